package himalia.kernel.debugger;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames of a stopped thread that are the user's own. */
final class Frames {
    private static final int MOST = 200;

    private final CellCode code;
    private final Handles handles;

    Frames(CellCode code, Handles handles) {
        this.code = code;
        this.handles = handles;
    }

    /**
     * A frame, found again by its depth: the debug interface forgets frames when the thread has called something.
     *
     * @param thread whose it is
     * @param depth how many frames are above it
     */
    record Frame(ThreadReference thread, int depth) {
        StackFrame now() {
            try {
                return thread.frame(depth);
            } catch (IncompatibleThreadStateException e) {
                throw new DebugException("the thread is not stopped any more");
            }
        }
    }

    /** Returns the user's frames, the innermost first. */
    List<Frame> of(ThreadReference thread) {
        var found = new ArrayList<Frame>();
        try {
            var all = thread.frames();
            for (int depth = 0; depth < all.size() && found.size() < MOST; depth++) {
                var location = all.get(depth).location();
                if (CellCode.isOfUser(location.declaringType().name())
                        && !location.method().isBridge()
                        && code.cellLine(location) > 0) {
                    found.add(new Frame(thread, depth));
                }
            }
        } catch (IncompatibleThreadStateException e) {
            throw new DebugException("the thread is not stopped any more");
        }
        return found;
    }

    /** Returns a frame as the protocol has it. */
    Map<String, Object> describe(Frame frame) {
        var location = frame.now().location();
        var type = location.declaringType().name();
        var snippet = code.snippetAt(location);
        var map = new LinkedHashMap<String, Object>();
        map.put("id", handles.add(frame));
        map.put("name", name(type, location.method().name(), cell(snippet)));
        map.put("line", code.cellLine(location));
        map.put("column", 1);
        snippet.ifPresent(
                found -> map.put("source", Map.of("name", cell(snippet), "path", found.path())));
        return map;
    }

    private static String cell(java.util.Optional<CellCode.Snippet> snippet) {
        return snippet.map(found -> "cell " + found.place().cell()).orElse("a cell");
    }

    private static String name(String type, String method, String cell) {
        if (method.startsWith("do_it$")) {
            return cell;
        }
        if (method.startsWith("lambda$")) {
            return "lambda in " + cell;
        }
        var inner = CellCode.nameInCell(type);
        var called =
                switch (method) {
                    case "<clinit>" -> "static initialiser";
                    case "<init>" -> "constructor";
                    default -> method;
                };
        if (inner.endsWith(CellCode.ANONYMOUS)) {
            return called + " in an " + CellCode.ANONYMOUS;
        }
        return inner.isEmpty() ? called : inner + "." + called;
    }
}
