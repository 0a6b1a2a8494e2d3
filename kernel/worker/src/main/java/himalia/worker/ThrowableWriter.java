package himalia.worker;

import himalia.link.StackFrames;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A throwable as a message: the chain of its causes, each with its class, its words, its frames and what it suppressed. */
final class ThrowableWriter {
    private static final int MOST_FRAMES = 200;
    private static final int MOST_CAUSES = 20;
    private static final int MOST_SUPPRESSED = 5;

    /** How the JVM names, in words of its own, what ended an initialiser. */
    private static final String ENDED = new CellInterrupted().toString();

    /** How the JVM's words on a null end that comes from where something private is linked: it has no name for that. */
    private static final String CUT = " because \"";

    private ThrowableWriter() {}

    static List<Object> describe(Throwable thrown) {
        var chain = new ArrayList<Object>();
        var seen = new IdentityHashMap<Throwable, Boolean>();
        Throwable next = thrown;
        while (next != null && seen.size() < MOST_CAUSES && seen.put(next, true) == null) {
            chain.add(one(next, false));
            for (var suppressed : suppressed(next)) {
                chain.add(one(suppressed, true));
            }
            next = SelfReport.cause(next);
            if (next instanceof CellInterrupted) {
                // Ours, by which a thread of the user's was ended: the cell says that it was.
                break;
            }
        }
        return chain;
    }

    /** Those that {@code try} with resources met while another was on its way; the first of many. */
    private static List<Throwable> suppressed(Throwable thrown) {
        var all = List.of(thrown.getSuppressed());
        return all.subList(0, Math.min(MOST_SUPPRESSED, all.size()));
    }

    /** Returns the class, or of one without a name the one that it is made of. */
    private static Class<?> named(Class<?> type) {
        var parent = type.getSuperclass();
        return type.isAnonymousClass() && parent != null ? named(parent) : type;
    }

    private static Map<String, @Nullable Object> one(Throwable thrown, boolean suppressed) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("class", named(thrown.getClass()).getName());
        map.put("message", message(thrown));
        map.put("own", own(thrown));
        map.put("frames", StackFrames.write(frames(SelfReport.stack(thrown))));
        map.put("suppressed", suppressed);
        return map;
    }

    /** Returns the frames of a stack that are told: of a deep one the first and the last. */
    static List<StackTraceElement> frames(StackTraceElement[] trace) {
        var frames = new ArrayList<StackTraceElement>();
        for (int i = 0; i < trace.length; i++) {
            if (i < MOST_FRAMES || i >= trace.length - 50) {
                frames.add(trace[i]);
            }
        }
        return frames;
    }

    /** Returns what its own {@code toString} says, with which Java's trace begins; empty where it has none. */
    private static String own(Throwable thrown) {
        try {
            var method = thrown.getClass().getMethod("toString");
            var text = method.getDeclaringClass() == Throwable.class ? null : thrown.toString();
            var message = thrown.getLocalizedMessage();
            var name = thrown.getClass().getName();
            boolean usual =
                    text == null || text.equals(message == null ? name : name + ": " + message);
            return usual ? "" : shown(String.valueOf(text));
        } catch (Throwable e) {
            // Also where a signature of its class names one that is not there.
            passOn(e);
            return "";
        }
    }

    private static String shown(String words) {
        var whole = words.endsWith(CUT) ? words.substring(0, words.length() - CUT.length()) : words;
        return CellNames.shown(whole).replace(ENDED, "it was ended with its cell");
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            var message = thrown.getLocalizedMessage();
            return message == null ? null : shown(message);
        } catch (Throwable e) {
            passOn(e);
            return "[its message failed: " + e.getClass().getName() + "]";
        }
    }

    /** What ends the cell, or says that its memory is full, is no fault of the throwable's. */
    private static void passOn(Throwable failure) {
        if (failure instanceof Error error && !SelfReport.isItsOwn(failure)) {
            throw error;
        }
    }
}
