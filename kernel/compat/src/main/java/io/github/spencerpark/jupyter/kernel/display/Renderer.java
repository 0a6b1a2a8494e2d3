package io.github.spencerpark.jupyter.kernel.display;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers how values look, with the notebook's own registry behind it. */
public class Renderer {
    /** Begins the registration of a type. */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    /** Registers one function for several types. */
    public <T> void register(
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            Set<Class<? extends T>> types,
            RenderFunction<T> function) {
        for (var type : types) {
            Display.renderers().register(new Registered<>(this, type, preferred, function));
        }
    }

    /** Draws a value in the way it prefers. */
    public DisplayData render(@Nullable Object value) {
        return new DisplayData(Display.renderers().render(value));
    }

    public DisplayData render(@Nullable Object value, Map<String, Object> params) {
        return render(value);
    }

    /** Draws a value in the types that are asked for. */
    public DisplayData renderAs(@Nullable Object value, String... types) {
        return new DisplayData(Display.renderers().renderAs(value, types));
    }

    public DisplayData renderAs(
            @Nullable Object value, Map<String, Object> params, String... types) {
        return renderAs(value, types);
    }

    /**
     * What is known of a registration on its way.
     *
     * @param <T> the values it is for
     */
    public class RenderRegistration<T> {
        private final Set<MIMEType> supported = new LinkedHashSet<>();
        private final Set<MIMEType> preferred = new LinkedHashSet<>();
        private final Set<Class<? extends T>> types = new LinkedHashSet<>();

        RenderRegistration(Class<? extends T> type) {
            types.add(type);
        }

        public RenderRegistration<T> supporting(MIMEType... more) {
            supported.addAll(Arrays.asList(more));
            return this;
        }

        public RenderRegistration<T> preferring(MIMEType... more) {
            preferred.addAll(Arrays.asList(more));
            return supporting(more);
        }

        public RenderRegistration<T> supporting(String... more) {
            return supporting(parsed(more));
        }

        public RenderRegistration<T> preferring(String... more) {
            return preferring(parsed(more));
        }

        public RenderRegistration<T> onType(Class<? extends T> type) {
            types.add(type);
            return this;
        }

        public void register(RenderFunction<T> function) {
            Renderer.this.register(supported, preferred, types, function);
        }

        private MIMEType[] parsed(String... texts) {
            return Arrays.stream(texts).map(MIMEType::parse).toArray(MIMEType[]::new);
        }
    }

    /** A registered function as the notebook's registry takes it. */
    private record Registered<T, S extends T>(
            Renderer owner, Class<S> type, Set<MIMEType> preferred, RenderFunction<T> function)
            implements himalia.display.bundle.Renderer<S> {
        @Override
        public MimeBundle render(S value) {
            return drawn(value, preferred);
        }

        @Override
        public MimeBundle renderAs(S value, String mime) {
            return drawn(value, Set.of(MIMEType.parse(mime)));
        }

        private MimeBundle drawn(S value, Set<MIMEType> wanted) {
            var out = new DisplayData();
            function.render(value, new RenderContext(wanted, owner, Map.of(), out));
            if (!out.hasDataForType(MIMEType.TEXT_PLAIN)) {
                out.putText(String.valueOf(value));
            }
            return out.bundle();
        }
    }
}
