package himalia.kernel.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericCallTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    List<E> List<E>.<E>of()                              | <E> List<E> List.of()
                    Map<K,V> Map<K, V>.<K, V>of(K k1, V v1)              | <K, V> Map<K,V> Map.of(K k1, V v1)
                    Stream<R> Stream<Integer>.<R extends Object>map(F f) | <R> Stream<R> Stream.map(F f)
                    List<T> Arrays.<T>asList(T... a)                     | <T> List<T> Arrays.asList(T... a)
                    int String.length()                                  | int String.length()
                    boolean List<E>.add(E e)                             | boolean List<E>.add(E e)
                    ArrayList<E>()                                       | ArrayList<E>()
                    x:int                                                | x:int
                    """)
    void aGenericMethodReadsAsItIsDeclared(String told, String declared) {
        assertThat(GenericCall.asWritten(told)).isEqualTo(declared);
    }
}
