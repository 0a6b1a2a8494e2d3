package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Frames of a magic in a stack that runs code of its line: how it came to run that code tells nobody anything. */
final class MagicFrames {
    private static final String MAGICS = "himalia.magics.";

    private MagicFrames() {}

    /** Returns the frames without those between the user's code and the user's line that the magic stands in. */
    static List<StackTraceElement> without(
            List<StackTraceElement> frames, Predicate<StackTraceElement> isUser) {
        var told = new ArrayList<StackTraceElement>();
        for (int i = 0; i < frames.size(); i++) {
            var frame = frames.get(i);
            boolean inside =
                    frame.getClassName().startsWith(MAGICS) && told.stream().anyMatch(isUser);
            boolean again =
                    i > 0
                            && frames.get(i - 1).getClassName().startsWith(MAGICS)
                            && !told.isEmpty()
                            && sameLine(told.get(told.size() - 1), frame);
            if (!inside && !again) {
                told.add(frame);
            }
        }
        return told;
    }

    private static boolean sameLine(StackTraceElement one, StackTraceElement other) {
        return Objects.equals(one.getFileName(), other.getFileName())
                && one.getLineNumber() == other.getLineNumber();
    }
}
