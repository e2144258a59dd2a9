"""The desktop around the windows: the tray, its host, and native notifications.

What is told, and when, is not known here.
"""
