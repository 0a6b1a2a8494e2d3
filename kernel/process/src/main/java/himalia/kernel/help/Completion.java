package himalia.kernel.help;

import java.util.List;

/**
 * What the code could go on with.
 *
 * @param start where the replaced text begins, in UTF-16 units
 * @param end where it ends
 * @param candidates what may stand there, best first
 */
public record Completion(int start, int end, List<Candidate> candidates) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /** Nothing to offer at {@code cursor}. */
    public static Completion none(int cursor) {
        return new Completion(cursor, cursor, List.of());
    }

    /**
     * One way to go on.
     *
     * @param text what is put in
     * @param type such as {@code function}, {@code class}, {@code instance}, {@code keyword}, {@code module}
     * @param signature parameters and type, as far as known; empty where not
     */
    public record Candidate(String text, String type, String signature) {}
}
