"""Shows a project on this computer while somebody works on it: what is looked at is made, and anew when it changes."""
