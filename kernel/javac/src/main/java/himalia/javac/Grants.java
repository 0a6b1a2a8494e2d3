package himalia.javac;

/** What the source may use that is compiled now. */
final class Grants {
    private Grant now = Grant.NONE;

    void are(Grant grant) {
        now = grant;
    }

    boolean allow(String type, long place) {
        return now.allows(type, place);
    }

    boolean forbid(String type, long place) {
        return now.forbids(type, place);
    }
}
