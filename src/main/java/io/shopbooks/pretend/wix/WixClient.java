package io.shopbooks.pretend.wix;

/**
 * A Wix app as its developer knows it, installed on the site (`wix.md` 1.2).
 *
 * @param appId client id
 * @param secret client secret
 * @param instanceId the installation on this site; webhooks carry it
 */
public record WixClient(String appId, String secret, String instanceId) {}
