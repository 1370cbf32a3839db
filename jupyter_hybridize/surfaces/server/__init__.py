"""The extension of Jupyter's server: it answers the sidebar, and never touches a kernel."""
