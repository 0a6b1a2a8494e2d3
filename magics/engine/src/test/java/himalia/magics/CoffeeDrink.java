package himalia.magics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A subcommand with a flag. */
@Command(name = "coffee", description = "Beans and water.")
public final class CoffeeDrink implements Drink<Void> {
    @Option(names = "--strong", description = "More beans.")
    private boolean strong;

    @Override
    public String poured() {
        return strong ? "strong coffee" : "coffee";
    }
}
