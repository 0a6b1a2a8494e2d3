package himalia.kernel.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.BreakpointRequest;
import himalia.kernel.java.ClassPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The breakpoints that were asked for, by cell, and their requests in the classes that are there. */
final class Breakpoints {
    private static final String PATH = "path";
    private static final String WANTED = "wanted";

    private final CellCode code;
    private final CellSources sources;
    private final Map<String, List<Wanted>> wanted = new LinkedHashMap<>();

    Breakpoints(CellCode code, CellSources sources) {
        this.code = code;
        this.sources = sources;
    }

    /**
     * A breakpoint as it was asked for.
     *
     * @param line the line of the cell, from 1
     * @param condition Java that must be true; empty for none
     * @param log what is said in place of a stop, with Java in braces; empty for none
     */
    record Wanted(int line, String condition, String log) {}

    /** Replaces the breakpoints of one cell; returns the lines where they are, in the same order. */
    synchronized List<Integer> set(String path, List<Wanted> lines, VirtualMachine machine) {
        wanted.put(path, List.copyOf(lines));
        remove(path, machine);
        var places = new ArrayList<Integer>();
        for (var each : lines) {
            places.add(each.line());
        }
        for (var type : machine.allClasses()) {
            for (var snippet : code.snippetsOf(type.name())) {
                if (!snippet.path().equals(path)) {
                    continue;
                }
                for (int i = 0; i < lines.size(); i++) {
                    int at = i;
                    target(lines.get(i).line(), snippet).ifPresent(line -> places.set(at, line));
                }
                if (type.isPrepared()) {
                    bind(type, snippet);
                }
            }
        }
        return places;
    }

    /** Puts the breakpoints of its cell into a class, and those of cells whose text was compiled with it. */
    synchronized void bind(ReferenceType type) {
        code.snippetsOf(type.name()).forEach(snippet -> bind(type, snippet));
    }

    private void bind(ReferenceType type, CellCode.Snippet snippet) {
        for (var each : wanted.getOrDefault(snippet.path(), List.of())) {
            target(each.line(), snippet).ifPresent(line -> place(type, snippet, line, each));
        }
    }

    /** Returns the breakpoints, by cell, as they were asked for. */
    synchronized Map<String, List<Wanted>> all() {
        return new LinkedHashMap<>(wanted);
    }

    /** Forgets all. */
    synchronized void clear() {
        wanted.clear();
    }

    /** Returns what was wanted where a breakpoint is. */
    static Optional<Wanted> wanted(BreakpointRequest request) {
        return Optional.ofNullable((Wanted) request.getProperty(WANTED));
    }

    /** Returns where a line of the cell begins in a method, if it is there. */
    private static Optional<Location> start(Method method, ClassPlace place, int cellLine) {
        try {
            // JShell lays one line of the user on several of its class.
            return method.allLineLocations().stream()
                    .filter(location -> place.cellLine(location.lineNumber()) == cellLine)
                    .min(Comparator.comparingLong(Location::codeIndex));
        } catch (AbsentInformationException e) {
            return Optional.empty();
        }
    }

    private void place(ReferenceType type, CellCode.Snippet snippet, int cellLine, Wanted each) {
        for (var method : type.methods()) {
            boolean ofNobody =
                    method.isBridge()
                            || method.isConstructor() && type.name().equals(snippet.outer());
            if (ofNobody) {
                continue;
            }
            start(method, snippet.place(), cellLine)
                    .ifPresent(location -> request(location, snippet.path(), each));
        }
    }

    private static void request(Location location, String path, Wanted wanted) {
        var requests = location.virtualMachine().eventRequestManager();
        var request = requests.createBreakpointRequest(location);
        request.setSuspendPolicy(BreakpointRequest.SUSPEND_EVENT_THREAD);
        request.putProperty(PATH, path);
        request.putProperty(WANTED, wanted);
        request.enable();
    }

    /** The line with code at or after the one asked for, if this snippet is the one that is meant. */
    private OptionalInt target(int asked, CellCode.Snippet snippet) {
        var lines = code.codeLines(snippet);
        var place = snippet.place();
        if (lines.isEmpty() || asked > place.last()) {
            return OptionalInt.empty();
        }
        if (asked < place.first() && !onlyBlanks(snippet, asked, place.first())) {
            return OptionalInt.empty();
        }
        var at = lines.ceiling(asked);
        return OptionalInt.of(at == null ? lines.last() : at);
    }

    private boolean onlyBlanks(CellCode.Snippet snippet, int from, int to) {
        var lines = sources.text(snippet.path()).orElse("").split("\n", -1);
        for (int line = Math.max(1, from); line < to && line <= lines.length; line++) {
            var text = lines[line - 1].strip();
            if (!text.isEmpty()
                    && !text.startsWith("//")
                    && !text.startsWith("*")
                    && !text.startsWith("/*")) {
                return false;
            }
        }
        return true;
    }

    private static void remove(String path, VirtualMachine machine) {
        var requests = machine.eventRequestManager();
        for (var request : List.copyOf(requests.breakpointRequests())) {
            if (path.equals(request.getProperty(PATH))) {
                requests.deleteEventRequest(request);
            }
        }
    }
}
