package himalia.link;

/** The way back to who asked; the first answer counts, and there is no second. */
public interface LinkReply {
    /**
     * Answers.
     *
     * @throws IllegalArgumentException in words, where the link cannot carry it; nothing is answered then
     */
    void send(LinkMessage answer);

    /** Refuses, with words for the one who asked. */
    void refuse(String why);

    /** Refuses because there is no memory left; needs none itself. */
    void refuseForMemory();

    /** Returns whether it is answered. */
    boolean answered();
}
