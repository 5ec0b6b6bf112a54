"""The web page: a face over the library that holds no logic of its own."""
