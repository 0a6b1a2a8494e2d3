package himalia.kernel.java;

import himalia.javac.Problem;

/**
 * Of a long source what stands near a problem, with the problem's places in it; of a long text that is the problem, its
 * beginning.
 *
 * @param linesBefore how many lines of the source come before what is left of it
 * @param isCut whether something is left out beside the problem's own text
 */
record NearSource(String source, Problem problem, int linesBefore, boolean isCut) {
    /** In characters, of the text that is the problem, and on each of its sides. */
    private static final int PART = 2_000;

    /** Returns a source without most of a long text that is the problem, and, where it is longer than {@code most}, what is near that. */
    static NearSource of(String source, Problem problem, int most) {
        int start = problem.startIn(source);
        int end = problem.endIn(source);
        int told = Math.min(end, start + PART);
        int left = source.length() - (end - told);
        if (problem.start() < 0 || left == source.length() && left <= most) {
            return new NearSource(source, problem, 0, false);
        }
        boolean cut = left > most;
        int from = cut ? Math.max(0, start - PART) : 0;
        int to = cut ? Math.min(source.length(), end + PART) : source.length();
        var text = source.substring(from, told) + source.substring(end, to);
        int lines = (int) source.substring(0, from).chars().filter(each -> each == '\n').count();
        return new NearSource(text, problem.at(start - from, told - from), lines, cut);
    }
}
