package org.example.weather;

/** How warm it is. */
public record Temperature(double celsius) {
    public double fahrenheit() {
        return celsius * 9 / 5 + 32;
    }
}
