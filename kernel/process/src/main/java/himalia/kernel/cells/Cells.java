package himalia.kernel.cells;

import himalia.javac.Javac;
import himalia.javac.Work;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Compiles cells, each as one class, and remembers what they declared. */
public final class Cells {
    /** The package of the classes; JShell's are in it too, so that all see each other's members. */
    public static final String PACKAGE = "REPL";

    /** How the simple name of such a class begins. */
    public static final String PREFIX = "$Cell";

    /** What such a simple name looks like, as a regular expression. */
    public static final String NAME = "\\$Cell\\d+";

    private final Javac javac;
    private final DeclarationRegistry names = new DeclarationRegistry();
    private final UserImports imports = new UserImports();

    private int serial;

    /** Makes a compiler without a class path; {@code options} are options of javac. */
    public Cells(List<String> options) {
        this.javac = new Javac(PACKAGE, options);
    }

    /** Makes one that knows nothing of {@code before}, whose classes keep their names to themselves. */
    public Cells(List<String> options, Cells before) {
        this(options);
        serial = before.serial;
    }

    /** Returns the class of the cell that holds a class, as {@code REPL.$Cell7} holds {@code REPL.$Cell7$Pair}. */
    public static String owner(String className) {
        var start = PACKAGE + "." + PREFIX;
        if (!className.startsWith(start)) {
            return className;
        }
        int end = className.indexOf('$', start.length());
        return end < 0 ? className : className.substring(0, end);
    }

    /** Returns what the compiler says of types without the classes of the cells that hold them. */
    public static String asWritten(String text) {
        return text.replaceAll(PACKAGE + "\\." + NAME + "\\.", "");
    }

    /** Returns what the cells declared. */
    public DeclarationRegistry names() {
        return names;
    }

    /** Returns the names of the types whose static fields hold what only the process knows that runs the cells. */
    public List<String> typesWithStaticState() {
        return names.types().stream()
                .filter(type -> !Named.isOne(type.name()) && holdsStatically(type))
                .map(Entry::name)
                .sorted()
                .toList();
    }

    private boolean holdsStatically(Entry type) {
        return javac.parse(
                type.name(),
                type.source(),
                parsed -> parsed.unit().getTypeDecls().stream().anyMatch(StaticState::isIn));
    }

    /** Returns the imports that the user wrote, as the text after {@code import}. */
    public List<String> imports() {
        return imports.all();
    }

    /** Forgets what was imported as a simple name: the user means a type of cells by it from now on. */
    public void meansOwn(String simple) {
        imports.forget(simple);
    }

    /** Notes an import that JShell evaluated. */
    public void imported(String name) {
        imports.add(name);
    }

    /** Sets the jars for the cells to come. */
    public void classPath(List<String> jars) {
        javac.classPath(jars);
    }

    /** Does some work with it that is given up with {@link himalia.javac.Stopped} as soon as it is unwanted. */
    public <T> T unless(BooleanSupplier unwanted, Supplier<T> work) {
        return javac.unless(unwanted, work);
    }

    /**
     * Compiles a cell.
     *
     * @param code its text
     * @param site names that text
     * @param besides the names of the types that stand beside it in its cell
     * @param wanted whether the value of its last expression is wanted
     */
    public Compilation compile(
            String code, String site, Set<String> besides, boolean wanted, Surroundings around) {
        var pieces = Cutter.cut(code);
        if (pieces.stream().anyMatch(Piece::broken)) {
            return new Compilation.Elsewhere("it does not parse");
        }
        if (pieces.isEmpty()) {
            return new Compilation.Done(List.of());
        }
        var seen = CellParser.of(javac, pieces, endsSilently(code, pieces));
        if (!seen.wrong().isEmpty()) {
            return new Compilation.Wrong(seen.wrong());
        }
        var parts = seen.parts();
        if (parts.isEmpty()) {
            return new Compilation.Elsewhere("it does not parse");
        }
        if (parts.get().isEmpty()) {
            return new Compilation.Done(List.of());
        }
        var declared = new HashSet<String>();
        // What a part of the cell declares below is beside what stands above.
        var beside = new HashSet<>(besides);
        for (var part : parts.get()) {
            if (part instanceof Part.Declaration each) {
                declared.add(each.name());
            }
            if (part instanceof Part.Type each) {
                beside.add(each.name());
            }
        }
        var mentioned = Entry.wordsOf(code);
        if (around.elsewhere(mentioned, declared)) {
            return new Compilation.Elsewhere("JShell holds what it names");
        }
        var state = new CompilerState(javac, names, imports, beside, around);
        var compiler = new CellCompiler(state, code, mentioned, site, wanted, this::nextClass);
        var compilation = compiler.compile(parts.get());
        return compiler.named()
                .map(named -> compile(named, site, besides, wanted, around))
                .orElse(compilation);
    }

    private Compilation compile(
            Named named, String site, Set<String> besides, boolean wanted, Surroundings around) {
        var compilation = compile(named.code(), site, besides, wanted, around);
        return compilation instanceof Compilation.Wrong wrong
                ? new Compilation.Wrong(wrong.errors().stream().map(named::back).toList())
                : compilation;
    }

    /** Returns whether a semicolon stands behind the last piece: nobody wants to see its value. */
    private static boolean endsSilently(String code, List<Piece> pieces) {
        var rest = code.substring(pieces.get(pieces.size() - 1).end());
        return Token.of(rest).stream().anyMatch(token -> token.is(";"));
    }

    private String nextClass() {
        serial++;
        return PACKAGE + "." + PREFIX + serial;
    }

    /** Returns the classes that the compiler looked for in vain since this was last asked. */
    public Set<String> missing() {
        return javac.missing();
    }

    /** Takes a source of another kind in hand; {@code classes} of our package are all that it may name of it. */
    public <T> T with(String className, String source, Map<String, byte[]> classes, Work<T> work) {
        return javac.with(className, source, classes, work);
    }

    /** Returns the imports that a source needs beside the names of cells, which are {@code known}. */
    public List<String> importsFor(
            List<SourceNames.Word> words, Set<String> known, Surroundings around) {
        var lines = new LinkedHashSet<>(imports.neededFor(Entry.firstOf(words), List.of()));
        var declared = new HashSet<>(known);
        lines.forEach(line -> declared.add(UserImports.simple(line)));
        lines.addAll(around.imports(words, declared));
        return List.copyOf(lines);
    }

    /** Keeps what a cell declares; what it gives takes back what the run does not come to. */
    public KeptDeclarations keep(CompiledCell cell) {
        return KeptDeclarations.keep(names, imports, cell);
    }
}
