package himalia.magics.spi;

/** What a magic did: shown wherever the magic stands in its cell, not only where the cell ends with it. */
public interface MagicReport {}
