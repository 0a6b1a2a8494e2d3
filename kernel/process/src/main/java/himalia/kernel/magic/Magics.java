package himalia.kernel.magic;

import himalia.display.bundle.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The magics there are: those of the jars there are, and those that cells made. */
public final class Magics {
    private static final String CELL = "%%";

    private final Supplier<Collection<Magic>> ofJars;
    private final Map<String, Magic> made = new TreeMap<>();

    /** {@code ofJars} is asked when a cell has a percent sign: jars come and go. */
    public Magics(Supplier<Collection<Magic>> ofJars) {
        this.ofJars = ofJars;
    }

    /** Returns what {@code %name} means; where only {@code %%name} exists, that. */
    Optional<Magic> ofLine(String name) {
        return find(name, CELL + name);
    }

    /** Returns what {@code %%name} means; where only {@code %name} exists, that. */
    Optional<Magic> ofCell(String name) {
        return find(CELL + name, name);
    }

    /** Adds a magic that a cell made, in place of the one that had its name. */
    public synchronized void add(String name, boolean ofCell) {
        var written = (ofCell ? CELL : "%") + name;
        var magic =
                new Magic(
                        name,
                        ofCell ? Magic.Kind.TEXT_BODY : Magic.Kind.LINE,
                        "java.lang.Object",
                        "made in this notebook",
                        written + ", made in this notebook",
                        List.of(),
                        List.of(),
                        true);
        made.put(key(magic), magic);
    }

    /** Returns every magic. */
    public synchronized Collection<Magic> list() {
        return List.copyOf(byName().values());
    }

    private synchronized Optional<Magic> find(String key, String otherwise) {
        var byName = byName();
        var found = byName.get(key);
        return Optional.ofNullable(found == null ? byName.get(otherwise) : found);
    }

    /** What a cell made comes first; of two jars the one that was there before. */
    private Map<String, Magic> byName() {
        var byName = new TreeMap<>(made);
        ofJars.get().forEach(magic -> byName.putIfAbsent(key(magic), magic));
        return byName;
    }

    /** A name may belong to a magic of a line and to another one of a cell. */
    private static String key(Magic magic) {
        return switch (magic.kind()) {
            case LINE, AROUND -> magic.name();
            case TEXT_BODY, EXPRESSION_BODY -> CELL + magic.name();
        };
    }

    /** Says that there is no magic of this name, and what to write instead. */
    String unknown(String written) {
        var name = written.replaceFirst("^%+", "");
        var elsewhere = OtherMagics.ours(name);
        var nearest = Nearest.to(name, list().stream().map(Magic::name).distinct().toList());
        return "there is no magic "
                + written
                + elsewhere
                        .map(ours -> ". " + ours)
                        .or(() -> nearest.map(near -> "; did you mean %" + near + "?"))
                        .orElse(".")
                + " %lsmagic lists them all.";
    }
}
