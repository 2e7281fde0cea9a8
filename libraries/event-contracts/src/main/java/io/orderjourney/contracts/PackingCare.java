package io.orderjourney.contracts;

/** What the packer does otherwise with the next order of a customer to whom the shop promised it. */
public enum PackingCare {
    /** Marks the box as fragile. */
    MARK_BOX,
    /** Packs with more padding, or in a box of its own. */
    EXTRA_PADDING,
    /** Checks before the box is closed that everything is in it and whole. */
    CHECK_CONTENTS
}
