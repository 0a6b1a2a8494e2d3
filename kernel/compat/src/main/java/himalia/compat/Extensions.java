package himalia.compat;

import himalia.magics.spi.ClassPathListener;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.kernel.JavaKernel;

/** Installs what libraries made for JJava bring along; {@code JJAVA_LOAD_EXTENSIONS=false} leaves them alone. */
public final class Extensions implements ClassPathListener {
    private static final Set<Class<?>> INSTALLED = new HashSet<>();

    @Override
    public void changed() {
        var wanted = System.getenv("JJAVA_LOAD_EXTENSIONS");
        if (wanted != null && !Boolean.parseBoolean(wanted) && !wanted.equals("1")) {
            return;
        }
        for (var extension :
                ServiceLoader.load(Extension.class, ClassLoader.getSystemClassLoader())) {
            if (INSTALLED.add(extension.getClass())) {
                extension.install(JavaKernel.INSTANCE);
            }
        }
    }
}
