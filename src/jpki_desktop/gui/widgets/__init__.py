"""Small widgets that know nothing about JPKI."""
