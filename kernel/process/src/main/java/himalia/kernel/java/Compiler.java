package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.Surroundings;
import himalia.kernel.cells.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * What compiles cells: whole cells at once where that can be done, else JShell, snippet by snippet. Both know what the
 * other declared. Under one lock that is held while compiling and released while the user's code runs.
 */
final class Compiler implements Surroundings {
    private final SnippetRunner runner;
    private final JarGroups groups;
    private final List<String> coreJars;
    private final List<String> users;
    private final List<String> classPath;

    /** Jars that stand before all others; JShell's files see every change. */
    private final List<String> first = new ArrayList<>();

    private final Notices notices;
    private final ReentrantLock lock;
    private final FollowUps followUps = new FollowUps();
    private Session session = new Session();
    private final Places places = new Places();
    private final DefaultImports imports;
    private Cells cells = new Cells(List.of());
    private SharedNames shared;
    private final JarReferences references;
    private final List<String> pendingJars = new ArrayList<>();
    private final List<String> addedJars = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final Map<String, Integer> fallbacks = new ConcurrentHashMap<>();
    private final TypeIndex types = new TypeIndex();
    private boolean typesRead;
    private StarImports starImports = new StarImports(this::jarsOfPackage, () -> cells.imports());
    private int temporaries;
    private @Nullable JShell jshell;

    Compiler(SnippetRunner runner, CompilerJars jars, ReentrantLock lock, Notices notices) {
        this.runner = runner;
        this.groups = jars.groups();
        this.imports = DefaultImports.read(jars.imports());
        this.references = new JarReferences(groups::knows);
        this.coreJars = jars.known();
        this.users = jars.users();
        this.classPath = new ArrayList<>(coreJars);
        this.notices = notices;
        this.lock = lock;
        this.shared = new SharedNames(this, notices);
        cells.classPath(classPath);
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

    Cells cells() {
        return cells;
    }

    /** Returns every name that cells declared. */
    Set<String> declared() {
        var names = session.declared();
        names.addAll(cells.names().all());
        return names;
    }

    /** Returns where types are that nobody imported. */
    TypeIndex types() {
        if (!typesRead) {
            typesRead = true;
            types.add(groups.classes());
        }
        types.addJars(usersJars());
        return types;
    }

    private List<String> usersJars() {
        var jars = new ArrayList<>(first);
        jars.addAll(users);
        jars.addAll(addedJars);
        return jars;
    }

    /** Returns where types are that nobody imported, those of libraries too whose packages no cell has named. */
    TypeIndex preloadedTypes() {
        var known = types();
        known.addJars(groups.all());
        return known;
    }

    /** Sets options of javac, before anything is compiled. */
    void options(List<String> wanted) {
        options.addAll(wanted);
        if (!options.isEmpty()) {
            cells = new Cells(options);
            cells.classPath(classPath);
        }
    }

    /** Returns every name that means something: declared, or imported because a cell named it. */
    Set<String> known() {
        var names = declared();
        names.addAll(session.imported());
        return names;
    }

    /** Notes that JShell takes a cell, and why. */
    void fellBack(String why) {
        fallbacks.merge(why, 1, Integer::sum);
    }

    /** Returns how many cells JShell took, by the reason. */
    Map<String, Integer> fallbacks() {
        return Map.copyOf(fallbacks);
    }

    /** Returns JShell, made when it is first needed. */
    JShell jshell() {
        if (jshell == null) {
            jshell =
                    JShell.builder()
                            .executionEngine(new Provider(runner), Map.of())
                            .fileManager(disk -> new ShellFiles(disk, cells.names(), first))
                            .idGenerator((snippet, i) -> places.nextId(snippet))
                            .tempVariableNameGenerator(() -> "value$" + ++temporaries)
                            // Names of local variables, for the debugger.
                            .compilerOptions(shellOptions())
                            .build();
            if (!classPath.isEmpty()) {
                jshell.addToClasspath(String.join(java.io.File.pathSeparator, classPath));
            }
        }
        return jshell;
    }

    private String[] shellOptions() {
        var all = new ArrayList<>(options);
        all.add("-g");
        return all.toArray(String[]::new);
    }

    SourceCodeAnalysis analysis() {
        return jshell().sourceCodeAnalysis();
    }

    /** Evaluates one snippet, and notes what it changed. */
    List<SnippetEvent> eval(String source, SnippetRunner.Purpose purpose) {
        runner.prepare(purpose);
        var events = jshell().eval(source);
        while (addMissing(missing(events))) {
            events = jshell().eval(source);
        }
        events.forEach(session::note);
        return events;
    }

    private Set<String> missing(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.status() == Snippet.Status.REJECTED)
                .flatMap(event -> jshell().diagnostics(event.snippet()))
                .flatMap(each -> Problem.missingClass(each.getMessage(Locale.ENGLISH)).stream())
                .collect(Collectors.toSet());
    }

    /** Gives the compiler the jars of classes that it looked for in vain; returns whether any is new to it. */
    private boolean addMissing(Set<String> classes) {
        var jars = groups.jarsFor(classes);
        addToClassPath(jars);
        return !jars.isEmpty();
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
        cells = new Cells(options, cells);
        shared = new SharedNames(this, notices);
        if (!keepJars) {
            first.clear();
        }
        classPath.clear();
        groups.forget();
        classPath.addAll(first);
        classPath.addAll(coreJars);
        classPath.addAll(groups.jarsFor(references.of(first)));
        cells.classPath(classPath);
        starImports = new StarImports(this::jarsOfPackage, () -> cells.imports());
        synchronized (pendingJars) {
            pendingJars.clear();
            if (keepJars) {
                pendingJars.addAll(addedJars);
            }
            addedJars.clear();
        }
    }

    /** Takes a static import of ours back, so that its name can be imported from elsewhere. */
    void forgetImport(String name) {
        if (jshell != null) {
            jshell.imports()
                    .filter(each -> each.isStatic() && each.fullname().equals(name))
                    .findFirst()
                    .ifPresent(this::drop);
        }
        session.forgetImport(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Makes what the source names known to JShell: jars added since, groups of jars, imports, names of cells. */
    void prepareFor(String source, long cell) {
        addPendingJars();
        starImports.note(source);
        shared.give(source, cell);
        for (var each : imports(Words.of(source), known())) {
            eval("import " + each + ";", SnippetRunner.Purpose.silent(cell));
            session.imported(each.substring(each.lastIndexOf('.') + 1));
        }
    }

    /** Has JShell declare what a cell had declared. */
    List<SnippetEvent> declareInShell(String source, long cell) {
        prepareFor(source, cell);
        return eval(source, SnippetRunner.Purpose.silent(cell));
    }

    /** Compiles a cell as one class, where that can be done. */
    Compilation compile(String source, String site, boolean wanted) {
        addPendingJars();
        starImports.note(source);
        var compilation = cells.compile(source, site, wanted, this);
        while (addMissing(cells.missing())) {
            compilation = cells.compile(source, site, wanted, this);
        }
        return compilation;
    }

    /** JShell declared a name: what cells held under it is its own now. */
    void declaredByShell(SnippetEvent event, long cell) {
        shared.take(event, cell);
    }

    @Override
    public boolean elsewhere(Set<String> mentioned, Set<String> declared) {
        return session.mentions(mentioned, declared);
    }

    @Override
    public List<String> imports(List<Words.Word> words, Set<String> declared) {
        var needed = imports.needed(words, declared);
        needed.removeIf(
                each ->
                        !each.startsWith("static ")
                                && starImports.provide(each.substring(each.lastIndexOf('.') + 1)));
        var names = new ArrayList<String>();
        for (var word : words) {
            names.add(word.text());
        }
        for (var each : needed) {
            names.add(each.startsWith("static ") ? each.substring("static ".length()) : each);
        }
        addToClassPath(groups.jarsFor(names));
        return needed;
    }

    /** Adds jars before the next snippet is compiled; may be called while one runs. */
    void addLater(List<String> jars) {
        // Read now, while nobody waits for the compiler.
        references.of(jars);
        imports.read(jars);
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
            if (!jars.isEmpty()) {
                starImports.forgetMissing();
            }
        }
        var path = new ArrayList<>(jars);
        path.addAll(groups.jarsFor(references.of(jars)));
        imports.jars(usersJars());
        addToClassPath(path);
    }

    /** Returns the jars and folders that may have a package, the first to be looked into first. */
    List<String> placesOf(String name) {
        var places = jarsOfPackage(name);
        places.addAll(coreJars);
        return places;
    }

    private List<String> jarsOfPackage(String name) {
        var jars = new ArrayList<>(first);
        jars.addAll(groups.jarsOfPackage(name));
        jars.addAll(addedJars);
        return jars;
    }

    /** Returns the jars that stand before all others. */
    List<String> first() {
        return List.copyOf(first);
    }

    /** Says which jars stand before all others, those of the library included. */
    void first(List<String> jars) {
        classPath.removeAll(first);
        classPath.removeAll(jars);
        first.clear();
        first.addAll(jars);
        classPath.addAll(0, first);
        classPath.addAll(groups.jarsFor(references.of(first)));
        cells.classPath(classPath);
        starImports.forgetMissing();
        if (jshell != null) {
            // Nothing new, but the whole path is read anew.
            jshell.addToClasspath(String.join(java.io.File.pathSeparator, classPath));
        }
    }

    /** Returns the class path, in order. */
    List<String> classPath() {
        return List.copyOf(classPath);
    }

    private void addToClassPath(List<String> jars) {
        if (jars.isEmpty()) {
            return;
        }
        classPath.addAll(jars);
        cells.classPath(classPath);
        if (jshell != null) {
            jshell.addToClasspath(String.join(java.io.File.pathSeparator, jars));
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
