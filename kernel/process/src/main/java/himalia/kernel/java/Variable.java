package himalia.kernel.java;

/**
 * A variable of the session.
 *
 * @param name its name
 * @param type its static type, as source
 * @param className the class whose static field it is
 */
public record Variable(String name, String type, String className) {}
