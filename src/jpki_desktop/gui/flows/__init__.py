"""What happens between the press of a menu button and its last window: dialogs and operations."""
