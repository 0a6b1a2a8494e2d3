package himalia.magics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A subcommand with an option that takes a value. */
@Command(
        name = "tea",
        description = "Leaves and water.",
        footer = "Example: %%pour tea --minutes 3")
public final class TeaDrink implements Drink<String> {
    @Option(names = "--minutes", defaultValue = "4", description = "How long it draws.")
    private int minutes;

    @Override
    public String poured() {
        return "tea of " + minutes;
    }
}
