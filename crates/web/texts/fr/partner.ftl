### Ce qu’un client ouvre au partenaire qui l’a amené, et les pages de ce partenaire.

letter-partner-view-opened = Un partenaire peut suivre votre assurance
letter-partner-view-closed = Un partenaire ne suit plus votre assurance
event-partner-view-opened = Ouvert au partenaire
event-partner-view-closed = Fermé au partenaire
refusal-partner-view-over = Cette assurance est terminée, il n’y a donc plus rien à ouvrir à un partenaire. Appelez-nous si nous pouvons vous aider autrement.
refusal-partner-view-none = Aucun partenaire qui pourrait la suivre n’est lié à cette assurance. Vous voulez que quelqu’un agisse pour vous ? Appelez-nous.

## Le client décide

share-title = Ce que { $partner } peut voir
share-link = Ce que { $partner } peut voir
share-desk = Ce que le partenaire peut voir
share-lead = Vous avez conclu cette assurance par { $partner }. Ce partenaire n’en voit rien, sauf si vous le voulez. Vous pouvez toujours arrêter.
share-lead-desk = Seulement si le client le demande lui-même. Le client reçoit une lettre qui dit ce que { $partner } voit et comment l’arrêter.
share-may = Que peut faire le partenaire ?
share-may-look = Voir ma police et mes sinistres
share-may-look-hint = Votre nom, l’appareil, s’il est couvert, et où en est un sinistre. Rien d’autre.
share-may-report = Déclarer un dommage ou un vol pour moi
share-may-report-hint = Vous êtes prévenu tout de suite et pouvez compléter la déclaration. Nous décidons comme si vous l’aviez faite vous-même.
share-report-needs-look = Pour déclarer à votre place, { $partner } doit aussi voir la police. Cochez les deux, ou aucun.
share-send = Enregistrer
share-stop = Arrêter tout de suite
share-stop-text = À partir de ce moment, { $partner } ne voit plus rien et ne déclare plus rien. Vous ne devez pas dire pourquoi. Ce qui est déjà déclaré, nous continuons à le traiter.
share-now-nothing = { $partner } ne voit rien pour le moment.
share-now-look = Depuis le { $at }, { $partner } voit ce qui est montré ci-dessous.
share-now-report = Depuis le { $at }, { $partner } voit ce qui est montré ci-dessous et peut déclarer pour vous.
share-seen = Voici ce que voit { $partner }
share-seen-not = Pas votre compte, vos paiements, vos lettres ou vos photos, ni ce que vous nous dites d’un sinistre.
share-looked = Quand { $partner } a regardé
share-looked-at = Moment
share-looked-none = Personne chez { $partner } n’a encore regardé
share-none = Aucun partenaire n’est lié à cette assurance
share-none-text = Vous l’avez conclue directement avec nous. Il n’y a donc rien à ouvrir ni à arrêter.
done-share-opened = Enregistré. Vous recevez une lettre qui dit ce que le partenaire voit.
done-share-closed = Arrêté. Le partenaire ne voit plus rien.

## Les pages du partenaire

partner-customers = Clients
partner-customers-lead = Les clients qui vous laissent suivre leur assurance. Vous voyez ceci pour les informer, et pour rien d’autre. Chaque consultation est notée, et le client peut voir quand vous avez regardé.
partner-no-customers = Aucun client ne vous a encore ouvert son assurance
partner-no-customers-text = Un client le fait dans Mon Harmony, sur la page de la police, ou par notre service clients.
partner-customer = Client
partner-policy = Police
partner-devices = Appareils
partner-cover = Couverture
partner-covered = Couvert
partner-not-covered = Pas couvert en ce moment
partner-claims = Sinistres
partner-claims-none = Rien n’a été déclaré
partner-claim-number = Sinistre
partner-claim-reported = Déclaré le
partner-claim-stage = État
partner-stage-papers = Attend les documents du client
partner-stage-handling = En traitement
partner-stage-settling = En cours de règlement
partner-stage-closed = Terminé
partner-report = Déclarer un dommage ou un vol
partner-may-not-report = Le client ne vous laisse pas déclarer pour lui.
partner-more = Clients suivants
claim-by-partner = { $partner } a fait cette déclaration pour vous.
