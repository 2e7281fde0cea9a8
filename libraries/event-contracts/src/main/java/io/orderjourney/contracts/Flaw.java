package io.orderjourney.contracts;

/** Where a piece of JSON is not what its record needs, and why; never what stood there. */
record Flaw(String pointer, String what) {

    static Flaw here(String what) {
        return new Flaw("", what);
    }

    /** The same flaw, seen from the object or list around it. */
    Flaw in(String step) {
        return new Flaw("/" + step + pointer, what);
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "value" : pointer) + " " + what;
    }
}
