import { forbid } from './forbid.ts'

/** One-way flow inside the desk: app → features → the rest (architecture §2). */
export const DESK_RULES = [
  forbid('features-never-import-features', {
    why: 'Features that know each other can no longer be changed, loaded or removed alone.',
    remedy: 'Let app/ compose the two, or move what both need to web/shared.',
    from: { path: '^web/desk/features/([^/]+)/' },
    to: { path: '^web/desk/features/', pathNot: '^web/desk/features/$1/' },
  }),
  forbid('features-know-no-app', {
    why: 'app/ composes features; a feature that imports it closes the circle.',
    remedy: 'Take it as a property or from a context in web/shared.',
    from: { path: '^web/desk/features/' },
    to: { path: '^web/desk/(app/|main\\.tsx$)' },
  }),
  forbid('only-app-composes-features', {
    why: 'What every feature may use must not pull one feature in.',
    remedy: 'Compose in web/desk/app, or move the code into the feature.',
    from: { path: '^web/desk/', pathNot: ['^web/desk/(app|features)/', '^web/desk/[^/]+$'] },
    to: { path: '^web/desk/(features|app)/' },
  }),
]
