package himalia.client;

/** Types what a cell asks for. */
public interface InputSource {
    /** Returns the line for a prompt; {@code password} says that it must not be shown. */
    String line(String prompt, boolean password);
}
