package himalia.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stacks as messages have them: a list of frames, each a list of class, method, file and line. */
public final class StackFrames {
    private StackFrames() {}

    /** Returns a stack as a message has it. */
    public static List<Object> write(List<StackTraceElement> stack) {
        var frames = new ArrayList<Object>();
        stack.forEach(frame -> frames.add(frame(frame)));
        return frames;
    }

    private static List<@Nullable Object> frame(StackTraceElement element) {
        var list = new ArrayList<@Nullable Object>();
        list.add(element.getClassName());
        list.add(element.getMethodName());
        list.add(element.getFileName());
        list.add((long) element.getLineNumber());
        return list;
    }

    /** Reads a stack; of what is none, nothing. */
    public static List<StackTraceElement> read(@Nullable Object list) {
        var frames = new ArrayList<StackTraceElement>();
        if (list instanceof List<?> all) {
            for (var each : all) {
                if (each instanceof List<?> frame && frame.size() == 4) {
                    frames.add(frame(frame));
                }
            }
        }
        return frames;
    }

    private static StackTraceElement frame(List<?> frame) {
        @Nullable Object file = frame.get(2);
        int line = frame.get(3) instanceof Number number ? number.intValue() : -1;
        return new StackTraceElement(
                Objects.toString(frame.get(0)),
                Objects.toString(frame.get(1)),
                file == null ? null : file.toString(),
                line);
    }
}
