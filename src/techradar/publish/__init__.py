"""What is published of a radar: tables for people and programs, and pictures as files."""
