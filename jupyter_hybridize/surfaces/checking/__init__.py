"""The command ``check`` as continuous integration and editors use it: settings, baseline, SARIF, several processes."""
