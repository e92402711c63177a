"""What comes in and goes out in other people's formats.

Readers take text or bytes and give frozen values; they touch no file and no meeting. Whatever
they are given, they raise nothing but `facilitator.errors.BadFile`.
"""
