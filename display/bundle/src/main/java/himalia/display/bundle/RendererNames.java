package himalia.display.bundle;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The application's class loader, but for where renderers are named: there it knows what was on the class path when this was
 * made. To look through a long class path for them opens every jar of it.
 */
final class RendererNames extends ClassLoader {
    private static final String NAMES = "META-INF/services/" + Renderer.class.getName();

    private final List<URL> found;

    private RendererNames(List<URL> found) {
        super(ClassLoader.getSystemClassLoader());
        this.found = found;
    }

    /** Looks for the names now. */
    static ClassLoader now() {
        try {
            return new RendererNames(
                    Collections.list(ClassLoader.getSystemClassLoader().getResources(NAMES)));
        } catch (IOException e) {
            // Whoever needs them later finds them, or hears why not.
            return ClassLoader.getSystemClassLoader();
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(NAMES) ? Collections.enumeration(found) : super.getResources(name);
    }
}
