package himalia.kernel.protocol;

/** The words that both ends of the wire share. */
public final class Protocol {
    /** The version of the messaging protocol that every header claims. */
    public static final String VERSION = "5.5";

    /** Stands between the identities of a message and its signature. */
    public static final String DELIMITER = "<IDS|MSG>";

    private Protocol() {}
}
