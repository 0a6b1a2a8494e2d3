package himalia.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** Real connections and statements of which one method is as other drivers have it. */
final class Drivers {
    private Drivers() {}

    static <T> T with(Class<T> type, T real, String method, Callable<?> instead) {
        return type.cast(
                Proxy.newProxyInstance(
                        Drivers.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, values) -> {
                            if (called.getName().equals(method)) {
                                return instead.call();
                            }
                            try {
                                return called.invoke(real, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
