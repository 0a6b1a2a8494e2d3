package himalia.magics.serving;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.Subcommand;
import himalia.model.Model;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code %deploy} can put a model: a picocli command with the place's own settings as options, named in {@code
 * META-INF/services/himalia.magics.serving.DeploymentTarget} of any jar.
 *
 * @param <R> what is there then, such as an {@code Endpoint}: the static type of the line
 */
public interface DeploymentTarget<R> extends Subcommand<R> {
    /** Deploys a model under a name. */
    @Nullable R deploy(Notebook notebook, Model model, String name) throws Exception;

    /** Returns plain Java that does the same; nothing where there is none. */
    default Optional<String> java(JavaText java, Model model, String name) {
        return Optional.empty();
    }
}
