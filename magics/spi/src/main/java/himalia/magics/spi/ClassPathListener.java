package himalia.magics.spi;

/** Told when libraries have joined the class path of the notebook. Found through {@link java.util.ServiceLoader}. */
public interface ClassPathListener {
    /** Called on the thread of the cell, after the libraries can be used. */
    void changed();
}
