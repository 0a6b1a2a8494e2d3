package himalia.magics.spi;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The magics that several jars describe, each with the subcommands that other jars add to it. */
public final class JoinedMagics {
    private JoinedMagics() {}

    /** Returns them by key; of two of one name the first. What is added to a magic that is not there is left out. */
    public static SortedMap<String, MagicDescription> of(Collection<MagicDescription> all) {
        var byKey = new TreeMap<String, MagicDescription>();
        for (var magic : all) {
            if (!magic.own()) {
                byKey.merge(magic.key(), magic, (first, next) -> first);
            }
        }
        for (var magic : all) {
            if (!magic.subcommands().isEmpty()) {
                byKey.computeIfPresent(magic.key(), (key, family) -> family.with(magic));
            }
        }
        return byKey;
    }
}
