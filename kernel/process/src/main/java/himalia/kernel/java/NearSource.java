package himalia.kernel.java;

import himalia.javac.Problem;

/**
 * Of a long source what stands near a problem, with the problem's places in it; of a long text that is the problem, its
 * beginning.
 *
 * @param linesBefore how many lines of the source come before what is left of it
 */
record NearSource(String source, Problem problem, int linesBefore) {
    /** Returns at most {@code most} characters of a source; all of one that has no more. */
    static NearSource of(String source, Problem problem, int most) {
        if (source.length() <= most || problem.start() < 0) {
            return new NearSource(source, problem, 0);
        }
        int part = most / 3;
        int start = (int) Math.min(problem.start(), source.length());
        int end = (int) Math.max(start, Math.min(problem.end(), source.length()));
        int from = Math.max(0, start - part);
        int told = Math.min(end, start + part);
        var text =
                source.substring(from, told)
                        + source.substring(end, Math.min(source.length(), end + part));
        int lines = (int) source.substring(0, from).chars().filter(each -> each == '\n').count();
        return new NearSource(text, problem.at(start - from, told - from), lines);
    }
}
