package himalia.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The magics there are, read when a cell first has a percent sign. */
public final class Magics {
    private final Supplier<Collection<Magic>> source;
    private final Map<String, Magic> byName = new TreeMap<>();
    private boolean read;

    public Magics(Supplier<Collection<Magic>> source) {
        this.source = source;
    }

    Optional<Magic> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Returns every magic by name. */
    public synchronized Map<String, Magic> all() {
        if (!read) {
            read = true;
            source.get().forEach(magic -> byName.put(magic.name(), magic));
        }
        return byName;
    }

    /** Says that there is no magic of this name, and which one was perhaps meant. */
    String unknown(String name) {
        var nearest = Nearest.to(name, new ArrayList<>(all().keySet()));
        return "there is no magic %"
                + name
                + nearest.map(near -> "; did you mean %" + near + "?").orElse(".")
                + " %lsmagic lists them all.";
    }
}
