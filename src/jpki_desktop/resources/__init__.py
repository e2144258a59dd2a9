"""Files that come with the program: icons, pictures and compiled translations. No code."""
