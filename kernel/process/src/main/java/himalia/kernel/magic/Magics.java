package himalia.kernel.magic;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.JoinedMagics;
import himalia.magics.spi.MagicDescription;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The magics there are: those of the jars there are, and those that cells made. */
public final class Magics {
    private final Supplier<Collection<MagicDescription>> ofJars;
    private final RuntimeValues values;
    private final Map<String, MagicDescription> made = new TreeMap<>();

    /** {@code ofJars} is asked when a cell has a percent sign: jars come and go. */
    public Magics(Supplier<Collection<MagicDescription>> ofJars) {
        this(ofJars, RuntimeValues.NONE);
    }

    /** The same, where values of parameters are known at run time. */
    public Magics(Supplier<Collection<MagicDescription>> ofJars, RuntimeValues values) {
        this.ofJars = ofJars;
        this.values = values;
    }

    /** Returns who tells what parameters may be, as the notebook stands. */
    public RuntimeValues values() {
        return values;
    }

    /** Returns what {@code %name} means; where only {@code %%name} exists, that. */
    Optional<MagicDescription> ofLine(String name) {
        return find(name, MagicDescription.CELL + name);
    }

    /** Returns what {@code %%name} means; where only {@code %name} exists, that. */
    Optional<MagicDescription> ofCell(String name) {
        return find(MagicDescription.CELL + name, name);
    }

    /** Adds a magic that a cell made, in place of the one that had its name. */
    public synchronized void add(String name, boolean ofCell) {
        var magic =
                MagicDescription.own(
                        name,
                        ofCell ? MagicDescription.Kind.TEXT_BODY : MagicDescription.Kind.LINE);
        made.put(magic.key(), magic);
    }

    /** Returns every magic. */
    public synchronized Collection<MagicDescription> list() {
        return List.copyOf(byName().values());
    }

    private synchronized Optional<MagicDescription> find(String key, String otherwise) {
        var byName = byName();
        var found = byName.get(key);
        return Optional.ofNullable(found == null ? byName.get(otherwise) : found);
    }

    /** What a cell made comes first; of two jars the one that was there before. */
    private Map<String, MagicDescription> byName() {
        var byName = JoinedMagics.of(ofJars.get());
        byName.putAll(made);
        return byName;
    }

    /** Says that there is no magic of this name, and what to write instead. */
    String unknown(String written) {
        var name = written.replaceFirst("^%+", "");
        var signs = written.substring(0, written.length() - name.length());
        var elsewhere = OtherMagics.ours(name);
        var nearest =
                Nearest.to(name, list().stream().map(MagicDescription::name).distinct().toList());
        return "there is no magic "
                + written
                + elsewhere
                        .map(ours -> ". " + ours)
                        .or(() -> nearest.map(near -> "; did you mean " + signs + near + "?"))
                        .orElse(".")
                + " %lsmagic lists them all.";
    }
}
