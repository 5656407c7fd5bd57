package io.github.camelnetsuite.simulator.restlet;

/**
 * A script deployment, which is called by either form of both IDs.
 *
 * @param scriptId internal ID of the script record
 * @param script for example {@code customscript_shop_order}
 * @param deploymentId number of the deployment within its script, from 1
 * @param deployment for example {@code customdeploy_shop_order}
 */
public record Deployment(long scriptId, String script, long deploymentId, String deployment) {

    boolean isMeantBy(String scriptAddress, String deploymentAddress) {
        return (scriptAddress.equals(script) || scriptAddress.equals(Long.toString(scriptId)))
                && (deploymentAddress.equals(deployment) || deploymentAddress.equals(Long.toString(deploymentId)));
    }
}
