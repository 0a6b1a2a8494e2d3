package himalia.magics;

import himalia.magics.spi.Subcommand;

/** One of the family's subcommands. */
public interface Drink<R> extends Subcommand<R> {
    String poured();
}
