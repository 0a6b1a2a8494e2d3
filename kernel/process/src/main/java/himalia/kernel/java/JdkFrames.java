package himalia.kernel.java;

import java.util.List;

/**
 * Frames of the JDK in a stack: of many in a row, as those of parallel streams, the one on top tells where it happened and
 * the one at the bottom what was called; those between tell nobody anything.
 */
final class JdkFrames {
    /** So many in a row are told one by one. */
    private static final int MOST = 4;

    private static final List<String> PACKAGES =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private JdkFrames() {}

    /** Returns how many frames behind {@code first} stand between the ends of a long row of the JDK's that begins there. */
    static int inside(List<StackTraceElement> frames, int first) {
        int end = first;
        while (end < frames.size() && isOne(frames.get(end))) {
            end++;
        }
        boolean begins = first == 0 || !isOne(frames.get(first - 1));
        return begins && end - first > MOST ? end - first - 2 : 0;
    }

    private static boolean isOne(StackTraceElement frame) {
        return PACKAGES.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
