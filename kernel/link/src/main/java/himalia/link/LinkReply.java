package himalia.link;

/** The way back to who asked; the first call counts. */
public interface LinkReply {
    /** Answers. */
    void send(LinkMessage answer);

    /** Refuses, with words for the one who asked. */
    void refuse(String why);
}
