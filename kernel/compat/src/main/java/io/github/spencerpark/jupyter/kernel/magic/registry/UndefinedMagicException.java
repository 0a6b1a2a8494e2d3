package io.github.spencerpark.jupyter.kernel.magic.registry;

/** There is no magic of this name. */
public class UndefinedMagicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UndefinedMagicException(String name, boolean line) {
        super("there is no magic " + (line ? "%" : "%%") + name + "; %lsmagic lists them all");
    }
}
