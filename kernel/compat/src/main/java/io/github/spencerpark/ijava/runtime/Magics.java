package io.github.spencerpark.ijava.runtime;

import himalia.magics.spi.CurrentNotebook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cells call by name: {@code lineMagic("jars", List.of("a.jar"))}. */
public final class Magics {
    private Magics() {}

    public static <T> @Nullable T lineMagic(String name, List<String> args) {
        return CurrentNotebook.anyLine(name, args.toArray());
    }

    public static <T> @Nullable T cellMagic(String name, List<String> args, String body) {
        return CurrentNotebook.anyCell(name, body, args.toArray());
    }
}
