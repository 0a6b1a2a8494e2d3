package himalia.magics;

import himalia.magics.spi.Subcommand;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** The words that choose among a family's subcommands, as the services name them now. */
public final class Subcommands {
    private Subcommands() {}

    public static String names(Class<? extends Subcommand<?>> family) {
        return ServiceLoader.load(family).stream()
                .map(found -> found.type().getAnnotation(Command.class).name())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
