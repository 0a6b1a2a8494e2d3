package himalia.javac;

/** What is right Java, and does something else than who learns it expects. */
public enum Surprise {
    /** {@code ==} between two texts. */
    TEXTS_COMPARED,
    /** Two whole numbers divided, and the result made a floating one. */
    WHOLE_DIVISION,
    /** {@code 2 ^ 10}. */
    EXCLUSIVE_OR,
    /** {@code if (…);} */
    EMPTY_IF
}
