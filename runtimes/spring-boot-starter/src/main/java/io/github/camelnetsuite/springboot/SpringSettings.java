package io.github.camelnetsuite.springboot;

import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The properties below {@code camel.component.netsuite} that are set, wherever Spring has them from. Shows no value. */
final class SpringSettings {

    private static final ConfigurationPropertyName PREFIX =
            ConfigurationPropertyName.of(NetSuiteComponentConfiguration.PREFIX);

    private static final int OPTION = PREFIX.getNumberOfElements();

    /** They belong to Camel Spring Boot, which reads them from the environment by itself. */
    private static final Set<String> OF_CAMEL = Set.of("enabled", "customizer");

    /** What stands below these is not ours to judge. */
    private static final Set<String> OPEN = Set.of("http", "claims", "keystoreparameters");

    private final Environment environment;

    SpringSettings(Environment environment) {
        this.environment = environment;
    }

    /** Whether there are any. */
    boolean any() {
        return sources().anyMatch(source -> source.filter(PREFIX::isAncestorOf).stream()
                .anyMatch(name -> !OF_CAMEL.contains(element(name, OPTION))));
    }

    /**
     * Refuses a property that is no option: Spring would leave a misspelt {@code read-only} out without a word.
     *
     * @throws NetSuiteConfigurationException naming the first one
     */
    void refuseUnknown() {
        sources()
                .filter(source -> !ofEnvironmentVariables(source))
                .flatMap(source -> source.filter(PREFIX::isAncestorOf).stream())
                .filter(name -> !known(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
    }

    /** Where the property is set, as Spring describes it; empty when it is not set. */
    Optional<String> origin(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return Optional.of(
                        property.getOrigin() == null
                                ? name(source)
                                : property.getOrigin().toString());
            }
        }
        return Optional.empty();
    }

    /** Not what the source says of itself: with debug logging that holds every value. */
    private static String name(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                ? underlying.getName()
                : source.getClass().getSimpleName();
    }

    private Stream<IterableConfigurationPropertySource> sources() {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast);
    }

    /** In a variable's name a dash may be an underscore, and so may a dot: what was meant cannot be told. */
    private static boolean ofEnvironmentVariables(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                && underlying.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static boolean known(ConfigurationPropertyName name) {
        String option = element(name, OPTION);
        if (OF_CAMEL.contains(option) || known(name, OPTION, NetSuiteComponentConfiguration.class)) {
            return true;
        }
        return option.equals("accounts")
                && name.getNumberOfElements() > OPTION + 2
                && known(name, OPTION + 2, NetSuiteAccountProperties.class);
    }

    private static boolean known(ConfigurationPropertyName name, int index, Class<?> type) {
        String option = element(name, index);
        return OPEN.contains(option)
                || (name.getNumberOfElements() == index + 1
                        && options(type).contains(option)
                        && !option.equals("accounts"));
    }

    private static String element(ConfigurationPropertyName name, int index) {
        return name.getElement(index, Form.UNIFORM);
    }

    /** Names of the options of this type, in the form in which Spring compares them. */
    private static Set<String> options(Class<?> type) {
        return dashed(type).map(option -> option.replace("-", "")).collect(Collectors.toSet());
    }

    private static Stream<String> dashed(Class<?> type) {
        return Stream.of(BeanUtils.getPropertyDescriptors(type))
                .filter(property -> property.getWriteMethod() != null)
                .map(PropertyDescriptor::getName)
                .map(StringHelper::camelCaseToDash);
    }

    private static NetSuiteConfigurationException unknown(ConfigurationPropertyName name) {
        boolean ofAccount = element(name, OPTION).equals("accounts") && name.getNumberOfElements() > OPTION + 1;
        List<String> options = new ArrayList<>(
                dashed(ofAccount ? NetSuiteAccountProperties.class : NetSuiteComponentConfiguration.class)
                        .collect(Collectors.toCollection(TreeSet::new)));
        String option = name.toString().substring(NetSuiteComponentConfiguration.PREFIX.length() + 1);
        return NetSuiteConfigurationException.ofOption(
                option,
                "The netsuite component has no option " + option + ". Options "
                        + (ofAccount ? "of an account: " : "are: ") + String.join(", ", options) + ".");
    }
}
