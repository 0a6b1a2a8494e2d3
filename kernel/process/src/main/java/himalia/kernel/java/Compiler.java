package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.SourceNames;
import himalia.kernel.cells.Surroundings;
import himalia.kernel.classpath.CompilerJars;
import himalia.kernel.classpath.CompilerPath;
import himalia.kernel.classpath.DefaultImports;
import himalia.kernel.classpath.StarImports;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * What compiles cells: whole cells at once where that can be done, else JShell, snippet by snippet. Both know what the
 * other declared. Under one lock that is held while compiling and released while the user's code runs.
 */
public final class Compiler implements Surroundings {
    private final SnippetRunner runner;
    private final CompilerPath path;
    private final Notices notices;
    private final ReentrantLock lock;
    private final FollowUps followUps = new FollowUps();
    private Session session = new Session();
    private final Places places = new Places();
    private final DefaultImports imports;
    private Cells cells = new Cells(List.of());
    private SharedNames shared;
    private final List<String> options = new ArrayList<>();
    private final Map<String, Integer> fallbacks = new ConcurrentHashMap<>();
    private StarImports starImports;
    private final LazyShell shell;
    private final UserJars userJars;

    /**
     * Makes a compiler; JShell itself is made when it is first needed.
     *
     * @param runner runs the compiled snippets
     * @param jars the jars of the compiler
     * @param lock held while compiling; the runner releases it while the user's code runs
     * @param notices hears what the user should know though nothing failed
     */
    public Compiler(SnippetRunner runner, CompilerJars jars, ReentrantLock lock, Notices notices) {
        this.runner = runner;
        this.path = new CompilerPath(jars);
        this.imports = DefaultImports.read(jars.imports());
        this.starImports = starImports();
        this.shell = new LazyShell(runner, places, path, () -> cells.names(), options);
        this.userJars = new UserJars(path, imports, this::readAnew);
        this.notices = notices;
        this.lock = lock;
        this.shared = new SharedNames(this, notices);
        cells.classPath(path.all());
    }

    private StarImports starImports() {
        return new StarImports(path::jarsOfPackage, () -> cells.imports());
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Does what needs the compiler, when nobody else does. */
    public <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }

    public SnippetRunner runner() {
        return runner;
    }

    public Session session() {
        return session;
    }

    FollowUps followUps() {
        return followUps;
    }

    Places places() {
        return places;
    }

    public DefaultImports imports() {
        return imports;
    }

    public Cells cells() {
        return cells;
    }

    /** Returns every name that cells declared. */
    public Set<String> declared() {
        var names = session.declared();
        names.addAll(cells.names().all());
        return names;
    }

    /** Returns the class path. */
    public CompilerPath path() {
        return path;
    }

    UserJars userJars() {
        return userJars;
    }

    /** Sets options of javac, before anything is compiled. */
    void options(List<String> wanted) {
        options.addAll(wanted);
        if (!options.isEmpty()) {
            cells = new Cells(options);
            cells.classPath(path.all());
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
        return shell.get();
    }

    public SourceCodeAnalysis analysis() {
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
        var jars = path.addFor(classes);
        grown(jars);
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
        shell.forget();
        var names = declared();
        var old = session;
        session = new Session();
        session.valuesGone(old, "was forgotten by %reset");
        session.forgotten().add(cells.imports());
        session.gone(names, "was forgotten by %reset: run the cell that declares it again.");
        cells = new Cells(options, cells);
        shared = new SharedNames(this, notices);
        path.reset(keepJars);
        cells.classPath(path.all());
        starImports = starImports();
    }

    /** Takes a static import of ours back, so that its name can be imported from elsewhere. */
    void forgetImport(String name) {
        shell.ifMade().stream()
                .flatMap(JShell::imports)
                .filter(each -> each.isStatic() && each.fullname().equals(name))
                .findFirst()
                .ifPresent(this::drop);
        session.forgetImport(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Makes what the source names known to JShell: jars added since, groups of jars, imports, names of cells. */
    public void prepareFor(String source, long cell) {
        addPendingJars();
        starImports.note(source);
        shared.give(source, cell);
        for (var each : imports(SourceNames.of(source), known())) {
            eval("import " + each + ";", SnippetRunner.Purpose.silent(cell));
            session.imported(each.substring(each.lastIndexOf('.') + 1));
        }
    }

    /** Has JShell declare what a cell had declared. */
    List<SnippetEvent> declareInShell(String source, long cell) {
        prepareFor(source, cell);
        return eval(source, SnippetRunner.Purpose.silent(cell));
    }

    /** Compiles a cell as one class, where that can be done; {@code beside} are types of its other parts. */
    Compilation compile(String source, String site, Set<String> beside, boolean wanted) {
        addPendingJars();
        starImports.note(source);
        var compilation = cells.compile(source, site, beside, wanted, this);
        while (addMissing(cells.missing())) {
            compilation = cells.compile(source, site, beside, wanted, this);
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
    public List<String> imports(List<SourceNames.Word> words, Set<String> declared) {
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
        grown(path.addFor(names));
        return needed;
    }

    private void readAnew() {
        cells.classPath(path.all());
        starImports.forgetMissing();
        // Nothing new, but the whole path is read anew.
        shell.addJars(path.all());
    }

    private void addPendingJars() {
        var jars = path.addPending();
        if (!jars.isEmpty()) {
            starImports.forgetMissing();
        }
        imports.jars(path.ofUser());
        grown(jars);
    }

    /** Has the class path read where these jars are new in it. */
    private void grown(List<String> jars) {
        if (jars.isEmpty()) {
            return;
        }
        cells.classPath(path.all());
        shell.addJars(jars);
    }
}
