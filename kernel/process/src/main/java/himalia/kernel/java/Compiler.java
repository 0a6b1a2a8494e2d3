package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * JShell, its class path and its imports, under one lock that is held while compiling and released while the user's
 * code runs.
 */
final class Compiler {
    private final SnippetRunner runner;
    private final JarGroups groups;
    private final List<String> coreJars;
    private final ReentrantLock lock;
    private final FollowUps followUps = new FollowUps();
    private Session session = new Session();
    private final Places places = new Places();
    private final DefaultImports imports = DefaultImports.read();
    private final List<String> pendingJars = new ArrayList<>();
    private final List<String> addedJars = new ArrayList<>();
    private int temporaries;
    private @Nullable JShell jshell;

    Compiler(SnippetRunner runner, JarGroups groups, List<String> coreJars, ReentrantLock lock) {
        this.runner = runner;
        this.groups = groups;
        this.coreJars = List.copyOf(coreJars);
        this.lock = lock;
    }

    ReentrantLock lock() {
        return lock;
    }

    SnippetRunner runner() {
        return runner;
    }

    Session session() {
        return session;
    }

    FollowUps followUps() {
        return followUps;
    }

    Places places() {
        return places;
    }

    DefaultImports imports() {
        return imports;
    }

    /** Returns JShell, made when it is first needed. */
    JShell jshell() {
        if (jshell == null) {
            jshell =
                    JShell.builder()
                            .executionEngine(new Provider(runner), Map.of())
                            .idGenerator((snippet, i) -> places.nextId(snippet))
                            .tempVariableNameGenerator(() -> "value$" + ++temporaries)
                            // Names of local variables, for the debugger.
                            .compilerOptions("-g")
                            .build();
            if (!coreJars.isEmpty()) {
                jshell.addToClasspath(String.join(java.io.File.pathSeparator, coreJars));
            }
        }
        return jshell;
    }

    SourceCodeAnalysis analysis() {
        return jshell().sourceCodeAnalysis();
    }

    /** Evaluates one snippet, and notes what it changed. */
    List<SnippetEvent> eval(String source, SnippetRunner.Purpose purpose) {
        runner.prepare(purpose);
        var events = jshell().eval(source);
        events.forEach(session::note);
        return events;
    }

    /** Forgets a snippet; what it named is gone. */
    List<SnippetEvent> drop(Snippet snippet) {
        var events = jshell().drop(snippet);
        events.forEach(session::note);
        return events;
    }

    /** Forgets every name; the jars that were added stay only where they are to be kept. */
    void reset(boolean keepJars) {
        // Not closed: that would end the runner, which goes on.
        jshell = null;
        session = new Session();
        groups.forget();
        synchronized (pendingJars) {
            pendingJars.clear();
            if (keepJars) {
                pendingJars.addAll(addedJars);
            }
            addedJars.clear();
        }
    }

    /** Makes what the source names known to the compiler: jars added since, groups of jars, imports. */
    void prepareFor(String source, long cell) {
        addPendingJars();
        var words = Words.of(source);
        var needed = imports.needed(words, session.names());
        var names = new ArrayList<String>();
        for (var word : words) {
            names.add(word.text());
        }
        for (var each : needed) {
            names.add(each.startsWith("static ") ? each.substring("static ".length()) : each);
        }
        addToClassPath(groups.jarsFor(names));
        for (var each : needed) {
            eval("import " + each + ";", SnippetRunner.Purpose.silent(cell));
            session.imported(each.substring(each.lastIndexOf('.') + 1));
        }
    }

    /** Adds jars before the next snippet is compiled; may be called while one runs. */
    void addLater(List<String> jars) {
        synchronized (pendingJars) {
            pendingJars.addAll(jars);
        }
    }

    private void addPendingJars() {
        List<String> jars;
        synchronized (pendingJars) {
            jars = List.copyOf(pendingJars);
            pendingJars.clear();
            addedJars.addAll(jars);
        }
        addToClassPath(jars);
    }

    private void addToClassPath(List<String> jars) {
        if (!jars.isEmpty()) {
            jshell().addToClasspath(String.join(java.io.File.pathSeparator, jars));
        }
    }

    private record Provider(SnippetRunner runner) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "himalia";
        }

        @Override
        public SnippetRunner generate(ExecutionEnv environment, Map<String, String> parameters) {
            return runner;
        }
    }
}
