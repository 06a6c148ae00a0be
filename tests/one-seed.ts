import fc from 'fast-check';

/** In CI properties are tried on the same values each time, so that what fails there fails again; elsewhere on others each time. */
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_122 });
