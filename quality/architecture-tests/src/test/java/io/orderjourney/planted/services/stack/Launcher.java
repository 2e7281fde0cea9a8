package io.orderjourney.planted.services.stack;

public class Launcher {}
